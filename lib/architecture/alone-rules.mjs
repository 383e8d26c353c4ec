/**
 * What is reached by its address alone, as dependency-cruiser's rules: the ThaiID stand-in and the sample system.
 *
 * @param {string} ours pattern of all that is ours
 * @param {string} tests pattern of tests
 */
export function aloneRules(ours, tests) {
  return [
    {
      name: "1-sandbox-stands-alone",
      severity: "error",
      comment: "The stand-in proves nothing about a client whose code it shares; its tests neither",
      from: { path: "^thaid-sandbox/" },
      to: { path: ours, pathNot: "^thaid-sandbox/" },
    },
    {
      name: "1-nobody-knows-the-sandbox",
      severity: "error",
      comment: "What is of the demonstration alone is reached by its address, never by import",
      from: { path: ours, pathNot: "^thaid-sandbox/" },
      to: { path: "^thaid-sandbox/" },
    },
    {
      name: "1-example-stands-alone",
      severity: "error",
      comment: "A connected system proves nothing about the protocol if it shares the portal's code",
      from: { path: "^examples/", pathNot: tests },
      to: { path: ours, pathNot: "^examples/" },
    },
    {
      name: "1-nobody-knows-the-example",
      severity: "error",
      comment: "A connected system is reached by its address, never by import",
      from: { path: ours, pathNot: "^examples/" },
      to: { path: "^examples/" },
    },
  ]
}
