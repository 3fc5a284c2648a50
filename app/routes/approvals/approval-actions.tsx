import { paths } from '~/http/paths'
import type { FormState } from '~/http/form-state'
import { Button, LinkButton } from '~/ui/forms/button'
import { DisabledButton } from '~/ui/forms/disabled-button'
import { errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { TextField } from '~/ui/forms/text-field'
import { ActionBar } from '~/ui/parts/action-bar'
import { Note } from '~/ui/parts/note'
import { Sheet } from '~/ui/parts/sheet'
import type { ApprovalPage } from './approval-page.server'

type Props = {
  page: ApprovalPage
  approveKey: string
  signKey: string
  form: FormState | undefined
  open: 'sign' | null
}

const isNoise = (reasons: ApprovalPage['maySign']) =>
  reasons.some((r) => r.code === 'NOT_YOURS' || r.code === 'WRONG_STATE')

/** 退回修改, and 同意 or 签发; what is closed says why. */
export function ApprovalActions(props: Props) {
  const { page } = props
  if (page.state === 'signed') return <Signed page={page} />
  if (page.state !== 'clearance') return null
  const isSigning = page.isSigner && !isNoise(page.maySign)
  const isReviewing = !isSigning && !isNoise(page.mayApprove)
  if (!isSigning && !isReviewing) return null
  return (
    <>
      <ActionBar label={isSigning ? '签发操作' : '审核操作'}>
        {page.mayReturn.length === 0 ? (
          <LinkButton size="l" href={paths.approval(page.number, 'return')}>
            退回修改
          </LinkButton>
        ) : (
          <DisabledButton size="l" reasons={page.mayReturn}>
            退回修改
          </DisabledButton>
        )}
        {isSigning ? <SignButton {...props} /> : <ApproveButton {...props} />}
      </ActionBar>
      {isSigning && page.maySign.length === 0 ? <SignSheet {...props} /> : null}
    </>
  )
}

function Signed({ page }: { page: ApprovalPage }) {
  if (page.mayRecall.length > 0) return null
  return (
    <ActionBar label="签发操作">
      <LinkButton size="l" kind="no" href={paths.approval(page.number, 'recall')}>
        撤回签发
      </LinkButton>
    </ActionBar>
  )
}

function SignButton({ page }: Props) {
  if (page.maySign.length > 0)
    return (
      <DisabledButton size="l" reasons={page.maySign}>
        签发
      </DisabledButton>
    )
  return (
    <LinkButton size="l" kind="do" href="#sign">
      签发
    </LinkButton>
  )
}

function ApproveButton({ page, approveKey }: Props) {
  if (page.mayApprove.length > 0)
    return (
      <DisabledButton size="l" reasons={page.mayApprove}>
        同意
      </DisabledButton>
    )
  return (
    <form method="post" action={paths.approval(page.number, 'approval')}>
      <HiddenFields
        values={{
          key: approveKey,
          stepId: page.stepId,
          hash: page.hash,
          version: page.version,
          shownState: page.shownState,
        }}
      />
      <Button size="l" kind="do" wide>
        同意
      </Button>
    </form>
  )
}

/** What is signed, to whom, which version, and the password once more. */
export function SignSheet({ page, signKey, form, open }: Props) {
  const errors = errorsByField(form?.problems ?? [])
  return (
    <Sheet
      id="sign"
      title="确认签发"
      open={open === 'sign'}
      action={paths.approval(page.number, 'signature')}
      cancelHref={open === 'sign' ? paths.approval(page.number) : undefined}
      facts={[
        { term: '复函', detail: page.letter.title },
        { term: '主送', detail: page.addressee },
        { term: '成文日期', detail: `${page.signDate}（今天）` },
        { term: '版本', detail: `第 ${page.n} 稿，校验码 ${page.hash.slice(0, 8)}` },
      ]}
      submit={
        <Button size="l" kind="do">
          确认签发
        </Button>
      }
    >
      <Note tone="blue">签发后，审签的话写入复函。以后改动一个字，本次签发即失效。</Note>
      <HiddenFields
        values={{ key: signKey, hash: page.hash, version: page.version, shownState: page.state }}
      />
      <TextField
        name="password"
        label="登录密码"
        type="password"
        autoComplete="current-password"
        required
        error={errors['password']}
      />
    </Sheet>
  )
}
