import { createContext, useContext } from 'react'

/** The request's CSP nonce; empty in the browser, where the attribute is hidden anyway. */
export const NonceContext = createContext('')

export const useNonce = () => useContext(NonceContext)
