import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Card } from '~/ui/parts/card'
import type { AskedPage } from './asked-page.server'

/** 签收, or say why the unit will not take part. Left out once either is past. */
export function ReceiveForm({ page, formKey }: { page: AskedPage; formKey: string }) {
  const mayAcknowledge = page.may.acknowledge.length === 0
  const mayDecline = page.may.decline.length === 0
  return (
    <>
      {mayAcknowledge ? (
        <Card id="receive" title="签收" pad>
          <form className="fform" method="post" action={paths.asked(page.id, 'acknowledgement')}>
            <HiddenFields values={{ key: formKey }} />
            <p className="sm">签收后主办单位知道已由您办理；不签收也可以直接提交意见。</p>
            <Button kind="do">签收</Button>
          </form>
        </Card>
      ) : null}
      {mayDecline ? (
        <Card id="decline" title="不属我单位职责？" pad>
          <div className="fform">
            <p className="sm">说明理由退还主办单位，由综合处决定免会还是另请单位。</p>
            <LinkButton href={paths.asked(page.id, 'refusal')}>不予会办</LinkButton>
          </div>
        </Card>
      ) : null}
      <Card id="call" title="有疑问请联系" pad>
        <p>
          {page.contact.name}
          {page.contact.phone ? (
            <>
              ，<span className="nb">{page.contact.phone}</span>
            </>
          ) : null}
        </p>
      </Card>
    </>
  )
}
