import { receiveDocument } from "@/lib/documents/receive-document"
import { filesHandler } from "@/lib/http/files-handler"
import { orderPath } from "@/lib/http/order-path"
import { runCommand } from "@/lib/http/run-command"
import { addOrderDocument } from "@/lib/orders/add-order-document"

/** Takes scans of an order. */
export const POST = filesHandler({
  begin: async ({ unitCode = "", number = "" }, { fileName, sizeBytes }) =>
    runCommand(addOrderDocument, { unitCode, number, fileName, sizeBytes }),
  receive: (part) => runCommand(receiveDocument, part),
  back: orderPath,
})
