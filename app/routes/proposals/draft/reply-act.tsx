import type { ReactNode } from 'react'
import { HouseFrame } from '~/ui/layout/house-frame'
import type { FrameData } from '~/http/frame.server'

/** A small page for one act on the reply. */
export const ReplyActPage = ({ frame, children }: { frame: FrameData; children: ReactNode }) => (
  <HouseFrame frame={frame} here="proposals">
    <div className="card narrow">{children}</div>
  </HouseFrame>
)
