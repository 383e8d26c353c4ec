export const isNationalId = (text: string) => text.length === 13
