// Loaded before a process begins (`NODE_OPTIONS=--import …?seconds=60`): its clock is off by so many seconds.
const skew = Number(new URL(import.meta.url).searchParams.get("seconds")) * 1000
const { now } = Date

globalThis.Date = class extends Date {
  constructor(...given) {
    if (given.length === 0) super(now() + skew)
    else super(...given)
  }

  static now() {
    return now() + skew
  }
}
