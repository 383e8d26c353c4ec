const began = Date.now()

/**
 * Tells what is being done, with the seconds since the start.
 *
 * @param {string} line
 */
export function say(line) {
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6)
  console.log(`${seconds} s  ${line}`)
}

/**
 * Ends the command with a sentence that says what is wrong and what to do.
 *
 * @param {string} sentence
 * @returns {never}
 */
export function giveUp(sentence) {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}

/**
 * For something that takes long and is called each second: says so now and then.
 *
 * @param {number} seconds
 * @param {string} line
 * @returns {() => void}
 */
export function every(seconds, line) {
  let calls = 0
  return () => {
    calls += 1
    if (calls % seconds === 0) say(line)
  }
}

/**
 * The sentence with a capital letter at its start.
 *
 * @param {string} sentence
 */
export function capital(sentence) {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
