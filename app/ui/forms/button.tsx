import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classNames } from '../class-names'

export type ButtonLook = {
  /** do: one per group; no: what harms; text: without a frame. */
  kind?: 'do' | 'plain' | 'text' | 'no' | undefined
  size?: 'sm' | 'l' | undefined
  wide?: boolean | undefined
}

export const buttonClass = ({ kind = 'plain', size, wide }: ButtonLook) =>
  classNames('btn', kind !== 'plain' && `btn-${kind}`, size && `btn-${size}`, wide && 'wide')

type Props = ButtonLook & { children: ReactNode } & Omit<
    ButtonHTMLAttributes<HTMLButtonElement>,
    'style' | 'className' | 'disabled'
  >

export function Button({ kind, size, wide, type = 'submit', children, ...button }: Props) {
  return (
    // oxlint cannot see that the type is one of the three
    <button
      {...button}
      type={type === 'button' ? 'button' : 'submit'}
      className={buttonClass({ kind, size, wide })}
    >
      {children}
    </button>
  )
}

export function LinkButton({
  href,
  children,
  download,
  ...look
}: ButtonLook & { href: string; children: ReactNode; download?: boolean | undefined }) {
  return (
    <a className={buttonClass(look)} href={href} download={download}>
      {children}
    </a>
  )
}
