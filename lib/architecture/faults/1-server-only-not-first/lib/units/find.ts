import { z } from "zod"
import "server-only"
export const find = z
