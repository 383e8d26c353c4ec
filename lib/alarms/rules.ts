/** How long a link “this wasn't me” may be used, in seconds: mail is read after a leave, too. */
export const alarmLifetime = 14 * 24 * 60 * 60
