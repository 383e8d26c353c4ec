import { prepareDatabase } from "./prepare-database"

// Run once before the first start, and after each new version, as whoever owns the database.
const { INFO_DATABASE_OWNER_URL = "", INFO_DATABASE_URL = "", INFO_REFERENCE = "" } = process.env
if (!(URL.canParse(INFO_DATABASE_OWNER_URL) && URL.canParse(INFO_DATABASE_URL) && INFO_REFERENCE)) {
  process.stderr.write("INFO_DATABASE_OWNER_URL, INFO_DATABASE_URL and INFO_REFERENCE are wanted\n")
  process.exit(1)
}

const own = new URL(INFO_DATABASE_URL)
await prepareDatabase({
  ownerUrl: INFO_DATABASE_OWNER_URL,
  role: decodeURIComponent(own.username),
  password: decodeURIComponent(own.password),
  reference: INFO_REFERENCE,
})
