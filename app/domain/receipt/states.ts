export const receiptStates = ['awaiting', 'received', 'no_answer'] as const
export type ReceiptState = (typeof receiptStates)[number]
