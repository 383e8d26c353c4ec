import "server-only"
import type { Transporter } from "nodemailer"
export type X = Transporter
