import { AxeBuilder } from "@axe-core/playwright"
import { expect, type Page } from "@playwright/test"

const looks = [
  { width: 360, colorScheme: "light" },
  { width: 1280, colorScheme: "light" },
  { width: 1280, colorScheme: "dark" },
] as const
const ofColour = ["color-contrast", "link-in-text-block"]

/**
 * Axe finds nothing on the page being shown, and it does not scroll sideways: on a phone and on a wide screen, light
 * and dark. Width and theme are matters of style sheets alone, so the page is asked for once, and in the dark only the
 * rules of colour are tried again, where most of the page is seen.
 *
 * @param where named in what a failure says
 */
export async function expectSound(page: Page, where: string): Promise<void> {
  const faults: string[] = []
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 640 })
    await page.emulateMedia({ colorScheme })
    // The mode that runs in the page itself: the other opens a window for every run, and no frame here is foreign.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] })
    const { violations } = await (colorScheme === "dark" ? axe.withRules(ofColour) : axe).analyze()
    for (const { id, nodes } of violations)
      faults.push(`${width} ${colorScheme} ${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`)
    const reach = await page.evaluate(() => document.documentElement.scrollWidth)
    if (reach > width) faults.push(`${width} px wide, it reaches to ${reach}`)
  }
  expect(faults, where).toEqual([])
}
