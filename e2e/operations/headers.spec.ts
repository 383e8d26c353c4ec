import { expect } from "@playwright/test"
import { crawl, crawlFaults } from "../support/crawl"
import { test } from "./own-demo"

test.setTimeout(120_000)

test("every answer of a demonstration carries the headers that protect it", async ({ demo }) => {
  expect(crawlFaults(await crawl(demo.browser()), false)).toEqual([])
})

test("so does every answer to who is signed in, and none of them may be stored", async ({ demo }) => {
  const officer = demo.browser()
  await demo.signIn(officer, "dla.officer")
  const crawled = await crawl(officer)
  expect(crawlFaults(crawled, true)).toEqual([])
  const shown = crawled.filter(({ answer }) => answer.text.includes('action="/api/logout"'))
  expect(shown.length, "pages with the way out").toBeGreaterThan(2)
})
