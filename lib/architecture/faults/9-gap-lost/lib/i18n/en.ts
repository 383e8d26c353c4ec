export const en = { wait: "Please wait" }
