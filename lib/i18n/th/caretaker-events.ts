/** What happened to units that an office looks after, in sentences. */
export const caretakerEvents = {
  "caretakers.begin": { done: "รับดูแลหน่วยงานแทน", refused: "รับดูแลหน่วยงานแทนไม่สำเร็จ" },
  "caretakers.renew": { done: "ต่อเวลาการดูแลหน่วยงานแทน", refused: "ต่อเวลาการดูแลหน่วยงานแทนไม่สำเร็จ" },
  "caretakers.end": { done: "สิ้นสุดการดูแลหน่วยงานแทน", refused: "สิ้นสุดการดูแลหน่วยงานแทนไม่สำเร็จ" },
  "caretakers.lapse": { done: "การดูแลหน่วยงานแทนสิ้นสุดเอง", refused: "การดูแลหน่วยงานแทนยังไม่สิ้นสุด" },
} as const
