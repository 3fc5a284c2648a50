import { route, type RouteConfig } from '@remix-run/route-config'

/** Every URL of the house. */
export default [
  route('login', 'routes/sign-in/login.tsx'),
  route('logout', 'routes/sign-in/logout.ts'),
] satisfies RouteConfig
