import type { profiles as th } from "../th/profiles"
import type { Words } from "../words-type"

/** The data of a unit that it keeps itself. */
export const profiles: Words<typeof th> = {
  title: "Unit data",
  open: "Unit data",
  openAbout:
    "Address, telephone, mailbox, executives, opening hours and map point of the unit, as the public lookup shows them",
  lead: "The public sees this in the lookup of SSO Admins. Names and code of the unit come from the Department's register; only the Department changes those.",
  toPublic: "See the page that the public sees",
  readOnly: "You can see this data. It is changed by the unit's SSO Admin and by the Department's officers.",
  nothing: "The unit has not told this yet",
  official: { code: "Unit code", kind: "Kind", nameTh: "Thai name", nameEn: "English name" },
  fields: {
    address: "Address",
    telephone: "Telephone",
    email: "Mailbox",
    openingHours: "Opening hours",
    executives: "Executives",
    place: "Map point",
  },
  addressHint: "Number, village, road, subdistrict, district, province and postal code",
  telephoneHint: "For example 0 4400 0101 ext. 12",
  emailHint:
    "For example saraban_06360207@dla.go.th. The portal writes to this address about matters of the unit.",
  openingHoursHint: "For example Monday to Friday 8:30–16:30, except public holidays",
  executivesHint:
    "Posts and names that the public may know. Empty rows are not saved; clear the whole row of someone who has left.",
  post: (number) => `Post of person ${number}`,
  name: (number) => `Name of person ${number}`,
  placeHint:
    "Where the office lies, in decimal degrees, for example 15.80612 and 102.03157. Both may stay empty.",
  latitude: "Latitude",
  longitude: "Longitude",
  save: "Save the unit's data",
  confirm: {
    title: "Looked over and right",
    lead: "If everything is still right, press this button: the public then sees today's date, and nothing else changes.",
    submit: "The data is still right",
  },
  checked: (date) => `Data as of ${date}`,
  old: "more than a year ago; it may have changed since",
  done: { saved: "The unit's data is saved", confirmed: "Noted that the data is still right" },
  map: {
    title: "On the map",
    alt: "Dot map: where this unit lies among the other units of the province",
    about:
      "The large dot is this unit, the small ones are the other units of the province. If the large dot is in the wrong place, check the map point.",
  },
  history: {
    title: "History of changes",
    none: "Nothing was changed yet",
    line: (at) => `Change ${at.version} by ${at.who}, ${at.when}`,
    changed: (fields) => `Changed: ${fields}`,
  },
  lookup: {
    title: "How to reach the unit",
    none: "The unit has not told how it is reached",
    openMap: "Open in this device's map",
    executive: (at) => `${at.name}, ${at.post}`,
  },
  faults: {
    addressTooLong: "The address is longer than 300 characters",
    telephoneWrong: "Type a telephone number of at most 80 characters, with at least three digits",
    emailWrong: "Type a whole e-mail address, for example saraban_06360207@dla.go.th",
    openingHoursTooLong: "The opening hours are longer than 200 characters",
    executiveTooLong: "A post or name of an executive is longer than 100 characters",
    executiveHalf: "Each executive needs both a post and a name, or an empty row",
    executivesTooMany: "Name at most 12 executives",
    longNumber: "Leave out 13-digit numbers of persons: the public sees this",
    latitudeWrong: "The latitude is in decimal degrees from 5 to 21, for example 15.80612",
    longitudeWrong: "The longitude is in decimal degrees from 97 to 106, for example 102.03157",
    placeHalf: "Type both latitude and longitude, or leave both empty",
    unitWrong: "The unit code is not right",
  },
}
