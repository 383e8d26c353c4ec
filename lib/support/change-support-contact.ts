import "server-only"
import { mayForAll } from "@/lib/access/may"
import { command } from "@/lib/kernel/command"
import { done, refused } from "@/lib/kernel/outcome"
import { changeSetting } from "@/lib/settings/change-setting"
import { changeSupportContactInput, supportContactKey } from "./schema"

/** Sets how the central helpdesk is reached, as every help page shows it. */
export const changeSupportContact = command({
  name: "support.change-contact",
  input: changeSupportContactInput,
  allow: mayForAll("settings.change"),
  freshness: "step-up",
  async run({ tx, actor, now, input }) {
    const change = {
      key: supportContactKey,
      value: input.contact,
      seen: input.version,
      now,
      by: actor.accountId,
    }
    const changed = await changeSetting(tx, change)
    if ("no" in changed) return refused(changed.no)
    // The audit holds no text that someone typed; the versions named here do, and nobody can change them.
    return done(
      { version: changed.version },
      {
        subject: changed.id,
        detail: { setting: supportContactKey, before: input.version, after: changed.version },
      },
    )
  },
})
