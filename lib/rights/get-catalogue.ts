import "server-only"
import {
  findSystem,
  listCatalogue,
  listCatalogueRoles,
  listNamedUnits,
  listPeriods,
  listProvinces,
} from "@/db/queries/rights-catalogue"
import { may, mayForAll } from "@/lib/access/may"
import { bangkokDay } from "@/lib/i18n/dates"
import { found, notShown, read } from "@/lib/kernel/read"
import { catalogueInput, systemInput } from "./catalogue-schema"

/** The catalogue of connected systems. */
export const getCatalogue = read({
  name: "rights.catalogue",
  input: catalogueInput,
  allow: mayForAll("systems.see"),
  async run({ db, now }) {
    return found({ systems: await listCatalogue(db, bangkokDay(now)) })
  },
})

/** One system with all that the Department keeps of it. */
export const getSystem = read({
  name: "rights.system",
  input: systemInput,
  allow: mayForAll("systems.see"),
  async run({ db, actor, now, input: { code } }) {
    const system = await findSystem(db, code)
    if (!system) return notShown()
    const [roles, periods, named, provinces] = await Promise.all([
      listCatalogueRoles(db, code),
      listPeriods(db, code),
      listNamedUnits(db, code),
      listProvinces(db),
    ])
    const canManage = may(actor, "systems.manage", { path: "1/" })
    return found({ system, roles, periods, named, provinces, canManage, today: bangkokDay(now) })
  },
})

/** What the page of a system shows. */
export type SystemShown = Extract<Awaited<ReturnType<typeof getSystem.run>>, { ok: true }>["value"]
