import { useEffect } from 'react'

/** A second press within this many milliseconds is the same press. */
const samePressMs = 5000

/**
 * With scripts a form is sent once however often its button is pressed: the second request would cancel the first one's
 * answer, and where that answer changes the session (签发) arrive with a session already ended. The key makes it one act
 * in any case.
 */
export function useOnePress() {
  useEffect(() => {
    let sent = new WeakMap<EventTarget, number>()
    const pressed = (event: SubmitEvent) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
      if (event.timeStamp - (sent.get(form) ?? -Infinity) < samePressMs) event.preventDefault()
      else sent.set(form, event.timeStamp)
    }
    // A page that comes back from the browser's memory may be sent again.
    const shown = () => {
      sent = new WeakMap()
    }
    document.addEventListener('submit', pressed)
    window.addEventListener('pageshow', shown)
    return () => {
      document.removeEventListener('submit', pressed)
      window.removeEventListener('pageshow', shown)
    }
  }, [])
}
