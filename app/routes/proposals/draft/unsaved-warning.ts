import { useEffect, type RefObject } from 'react'

/**
 * With scripts the browser asks before a page is left with words that were never saved: 提交审核 beside the form would
 * lose them. `isUnsaved`: what the page was drawn with has not been saved either.
 */
export function useUnsavedWarning(form: RefObject<HTMLFormElement>, isUnsaved: boolean) {
  useEffect(() => {
    const element = form.current
    if (!element) return undefined
    let isDirty = isUnsaved
    const changed = () => {
      isDirty = true
    }
    const saving = () => {
      isDirty = false
    }
    const leaving = (event: BeforeUnloadEvent) => {
      if (isDirty) event.preventDefault()
    }
    element.addEventListener('input', changed)
    element.addEventListener('submit', saving)
    window.addEventListener('beforeunload', leaving)
    return () => {
      element.removeEventListener('input', changed)
      element.removeEventListener('submit', saving)
      window.removeEventListener('beforeunload', leaving)
    }
  }, [form, isUnsaved])
}
