import localFont from "next/font/local"

/*
 * Sarabun, the face of official letters: Thai and Latin, 400 and 600, 43 KB in all. Each script is a family of its own
 * kept to its own characters; the stack in globals.css joins them. The two Thai files are what a Thai first paint needs.
 * The values are literals because next/font reads them at build time.
 */
const thai = localFont({
  src: [
    {
      path: "../node_modules/@fontsource/sarabun/files/sarabun-thai-400-normal.woff2",
      weight: "400",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource/sarabun/files/sarabun-thai-600-normal.woff2",
      weight: "600",
      style: "normal",
    },
  ],
  declarations: [{ prop: "unicode-range", value: "U+0E01-0E5B, U+200C-200D, U+25CC" }],
  variable: "--font-thai",
  display: "swap",
  preload: true,
  adjustFontFallback: false,
})

const latin = localFont({
  src: [
    {
      path: "../node_modules/@fontsource/sarabun/files/sarabun-latin-400-normal.woff2",
      weight: "400",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource/sarabun/files/sarabun-latin-600-normal.woff2",
      weight: "600",
      style: "normal",
    },
  ],
  declarations: [
    { prop: "unicode-range", value: "U+0000-00FF, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026" },
  ],
  variable: "--font-latin",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
})

/** Classes that put both font families at hand; they belong on the html element. */
export const fontClasses = `${thai.variable} ${latin.variable}`
