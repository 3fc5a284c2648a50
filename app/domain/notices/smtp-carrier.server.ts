import { createTransport } from 'nodemailer'
import type { Carrier } from './carriers'

export type SmtpSettings = { url: string; from: string }

/** Mail over SMTP. The Message-ID is the message's own id, the same at every try. */
export function smtpCarrier({ url, from }: SmtpSettings): { carry: Carrier; close: () => void } {
  const patience = { connectionTimeout: 3000, greetingTimeout: 3000, socketTimeout: 5000 }
  const transport = createTransport({ url, ...patience }, { from })
  const host = from.replace(/^.*@|>.*$/g, '') || 'localhost'
  return {
    carry: async ({ id, address, subject, text }) => {
      try {
        await transport.sendMail({ to: address, subject, text, messageId: `<${id}@${host}>` })
        return 'sent'
      } catch (error) {
        if (isRefusal(error)) return 'refused'
        throw error
      }
    },
    close: () => transport.close(),
  }
}

/** 5xx to this envelope. A wrong login or a server in trouble is ours to mend and is tried again. */
const isRefusal = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'EENVELOPE' &&
  (!('responseCode' in error) || (typeof error.responseCode === 'number' && error.responseCode >= 500))
