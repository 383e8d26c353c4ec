/** A word that stands in every value one can read: an answer that holds it echoes what was typed. */
export const marker = "zq9typed"

const escaped = encodeURIComponent

/** Values that an enemy or a clerk's clipboard sends, escaped as they go into an address or a form's body. */
export const nastyValues: readonly { readonly name: string; readonly value: string }[] = [
  { name: "nothing", value: "" },
  { name: "blanks", value: "%20%20%09" },
  { name: "ten thousand letters", value: marker + "a".repeat(10_000) },
  { name: "a thousand Thai letters", value: escaped("ก".repeat(1000)) },
  { name: "control characters", value: `${marker}%01%07%1B%5B31m%7F` },
  { name: "NUL", value: `${marker}%00x` },
  { name: "a lone surrogate", value: `${marker}%ED%A0%80` },
  { name: "bytes that are no UTF-8", value: `${marker}%FF%FE%C0%AF` },
  { name: "a broken escape", value: `${marker}%zz%` },
  { name: "Thai digits", value: escaped("๑๒๓๔๕๖๗") },
  { name: "SQL", value: escaped(`${marker}' OR 1=1; DROP TABLE accounts; --`) },
  { name: "a pattern of SQL", value: escaped(`%_${marker}\\%_%`) },
  { name: "HTML and script", value: escaped(`"><script>alert(1)</script><img src=x onerror=${marker}>`) },
  { name: "JSON", value: escaped(`{"$gt":"${marker}"}`) },
  { name: "a number with a bad check digit", value: "1360999000019" },
  { name: "the same with dashes, in Thai digits", value: escaped("๑-๓๖๐๙-๙๙๐๐๐-๐๑-๙") },
  { name: "a way up", value: `..%2F..%2F..%2Fetc%2Fpasswd${marker}` },
  { name: "a line break and a header", value: `${marker}%0D%0Ax-planted:%201` },
  { name: "a huge number", value: "9".repeat(30) },
  { name: "a negative number", value: "-1" },
  { name: "a number that is none", value: "1e309" },
  { name: "a name of JavaScript's own", value: "__proto__" },
  {
    name: "marks of direction and a joined emoji",
    value: escaped(`\u202E${marker}\u{1F469}\u200D\u{1F4BB}`),
  },
  { name: "templates", value: escaped(`\${7*7}{{7*7}}%s%n${marker}`) },
]
