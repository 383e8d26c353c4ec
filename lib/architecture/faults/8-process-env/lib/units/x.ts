export const x = process.env.PORT
