/** What carries a message out of the house. `refused`: this receiver will never take it, another try is useless. */
export type Carried = 'sent' | 'recorded' | 'refused'

export type Letter = { id: string; address: string; subject: string; text: string }

/** @throws when it could not be carried now and shall be tried again */
export type Carrier = (letter: Letter) => Promise<Carried>

export type Carriers = { email: Carrier | null; sms: Carrier }

/** 短信 goes nowhere until an operator writes a carrier for his gateway: it is kept in the database and shown as recorded. */
export const recordedOnly: Carrier = async () => 'recorded'
