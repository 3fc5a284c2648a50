import type { LinksFunction, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { useOnePress } from './ui/forms/one-press'
import { useNonce } from './ui/layout/nonce'
import { FailurePage } from './ui/parts/failure-page'
import look from './ui/look/look.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: look },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** Pages without a title of their own. */
export const meta: MetaFunction = () => [{ title: '复函' }]

type Handle = { scripts?: boolean } | undefined

/**
 * Pages for delegates and the public say `handle = { scripts: false }`: they need none and ship none. Nor does a page
 * that failed: once the router has started, “refresh” no longer sends the form again.
 */
function useScripts() {
  // Without an error the hook answers null or undefined, whatever its type says.
  const hasFailed = Boolean(useRouteError())
  return useMatches().every((match) => (match.handle as Handle)?.scripts !== false) && !hasFailed
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const withScripts = useScripts()
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {withScripts ? <ScrollRestoration nonce={nonce} /> : null}
        {withScripts ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  )
}

export default function App() {
  useOnePress()
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  if (isRouteErrorResponse(error)) return <FailurePage status={error.status} data={error.data as unknown} />
  return <FailurePage status={500} data={null} />
}
