import "server-only"
import { findUnitWithOffices, searchUnits } from "@/db/queries/units"
import { env } from "@/lib/env"
import { canBeAnyone } from "@/lib/kernel/actor"
import { found, notShown, read } from "@/lib/kernel/read"
import { drawQrSvg } from "@/lib/qr/draw-qr"
import { getDistrictSheetInput } from "./schema"

// More than any district has (the largest has 41 units); a sheet stays a sheet.
const most = 100

/** Everything for the printed sheet of one district: its office, its units, and the way back to the living page. */
export const getDistrictSheet = read({
  name: "units.district-sheet",
  input: getDistrictSheetInput,
  allow: canBeAnyone,
  async run({ db, now, input: { district } }) {
    const [office] = await findUnitWithOffices(db, district, now)
    if (office?.kind !== "district_office") return notShown()
    const at = { province: "", district, kind: "", limit: most, offset: 0 }
    const { units } = await searchUnits(db, { by: "filters" }, at, now)
    const address = `${env.ORIGIN}/admins?province=${district.slice(0, 2)}&district=${district}`
    return found({ office, units, address, qr: drawQrSvg(address, address), asOf: now })
  },
})
