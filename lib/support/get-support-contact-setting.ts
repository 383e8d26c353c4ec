import "server-only"
import { z } from "zod"
import { mayForAll } from "@/lib/access/may"
import { found, read } from "@/lib/kernel/read"
import { settingWithHistory } from "@/lib/settings/setting-with-history"
import { supportContact, supportContactKey } from "./schema"

/** How the helpdesk is reached, as it stands in the form that changes it, and its changes. */
export const getSupportContactSetting = read({
  name: "support.contact-setting",
  input: z.object({}),
  allow: mayForAll("settings.see"),
  async run({ db }) {
    return found(await settingWithHistory(db, supportContactKey, supportContact))
  },
})
