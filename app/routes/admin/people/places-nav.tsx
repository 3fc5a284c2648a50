import { paths } from '~/http/paths'
import { Segments } from '~/ui/parts/views'

type Place = 'accounts' | 'divisions' | 'units'

/** Between the three lists an administrator keeps. */
export function PlacesNav({ here }: { here: Place }) {
  const views = [
    { place: 'accounts', label: '账号', href: paths.accounts() },
    { place: 'divisions', label: '处室', href: paths.divisions() },
    { place: 'units', label: '单位', href: paths.units() },
  ] as const
  return (
    <Segments
      label="人员与单位"
      views={views.map(({ place, label, href }) => ({ label, href, here: place === here }))}
    />
  )
}
