export const th = { wait: "รอถึง {until}" }
