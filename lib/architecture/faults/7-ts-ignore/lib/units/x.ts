// @ts-ignore: no
export const x: number = "1"
