const browsers: readonly [string, RegExp][] = [
  ["LINE", /\bLine\//],
  ["Edge", /\bEdg(e|A|iOS)?\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Opera", /\bOPR\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b((Headless)?Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
]

const platforms: readonly [string, RegExp][] = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
]

/** “Chrome · Windows” from a User-Agent header, names being names in every language; nothing when it says neither. */
export function deviceName(userAgent: string): string | undefined {
  const find = (list: readonly [string, RegExp][]) => list.find(([, sign]) => sign.test(userAgent))?.[0]
  return [find(browsers), find(platforms)].filter(Boolean).join(" · ") || undefined
}
