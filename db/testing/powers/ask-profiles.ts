import { changeProfile } from "@/lib/profiles/change-profile"
import { confirmProfile } from "@/lib/profiles/confirm-profile"
import { getProfile } from "@/lib/profiles/get-profile"
import { type Draw, type Maker, shown, tried } from "./asking"
import type { WorldPerson } from "./world"

// a unit's own data, an office's own: whoever looks after a unit or stands above it does not speak for it
const speaksFor = ({ model }: Draw, who: WorldPerson, unit: string) =>
  model.has(who, "officer") || model.isOwn(who, unit)

function noToSpeak(draw: Draw, who: WorldPerson, unit: string): string {
  if (!draw.model.managesSome(who)) return "forbidden"
  if (!draw.model.sees(who, unit)) return "not-found"
  return speaksFor(draw, who, unit) ? "" : "profiles.not-yours"
}

const told = {
  version: "0",
  address: "99",
  telephone: "1567",
  email: "",
  openingHours: "",
  latitude: "",
  longitude: "",
  executives: [],
}

/** How each command and read about a unit's own data is asked. */
export const profileMakers: Record<string, Maker> = {
  "profiles.change": ({ who, draw }) => {
    const unitCode = draw.unit(who)
    return {
      about: unitCode,
      expected: noToSpeak(draw, who, unitCode) || "done",
      ask: (place) => tried(place, changeProfile, { unitCode, ...told }),
    }
  },
  "profiles.confirm": ({ who, draw }) => {
    const unitCode = draw.unit(who)
    return {
      about: unitCode,
      expected: noToSpeak(draw, who, unitCode) || "profiles.nothing-told",
      ask: (place) => tried(place, confirmProfile, { unitCode, version: "0" }),
    }
  },
  "profiles.get": ({ who, draw }) => {
    const unitCode = draw.unit(who)
    return {
      about: unitCode,
      expected: draw.model.sees(who, unitCode) ? String(speaksFor(draw, who, unitCode)) : "not-found",
      ask: (place) => shown(place, getProfile, { unitCode }, ({ canEdit }) => String(canEdit)),
    }
  },
}
