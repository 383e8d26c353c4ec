/**
 * Refusal codes that commands already give and that no test provokes yet. A code that gains its test leaves this list
 * in the same change, or the test of the house fails; none is ever added.
 */
export const owedRefusals: readonly string[] = []
