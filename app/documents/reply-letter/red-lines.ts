import { ShapeRun } from 'docx/shapes'
import { emuOfMm, margin, mmOfPoints, page } from './measures'

/** 10.1: two red double lines of 170 mm; thickness and gap are not given there, 2.25 and 0.75 pt are usual. */
const length = 170
const thick = mmOfPoints(2.25)
const thin = mmOfPoints(0.75)
/** From the top of one to the top of the other. */
const apart = 1.3

/** Centred on the text block, not on the paper: both are met, the first more often. */
const middle = (margin.left + (page.width - margin.left - margin.right) / 2) / 56.6929
const left = middle - length / 2

/** Shapes measure in pixels of 9525 EMU. */
const pixels = (mm: number) => emuOfMm(mm) / 9525

/** A filled rectangle: a line of no height comes out slanted in some programs. Ids are given, or they would count up. */
const bar = (id: number, top: number, height: number) =>
  new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels(length), height: pixels(height) },
    fill: 'FF0000',
    line: 'none',
    altText: { id: String(id), name: `红线${id}` },
    floating: {
      horizontalPosition: { relative: 'page', offset: emuOfMm(left) },
      verticalPosition: { relative: 'page', offset: emuOfMm(top) },
      allowOverlap: true,
      zIndex: id,
    },
  })

/** Thick above thin. `top` is the thick bar's upper edge, mm from the paper's top. */
export const upperRedLines = (top: number) => [bar(1, top, thick), bar(2, top + apart, thin)]
export const upperRedLinesHeight = apart + thin

/** Thin above thick; the thick bar's lower edge 20 mm above the paper's (10.1). */
const lowerTop = 297 - 20 - thick
export const lowerRedLines = () => [bar(3, lowerTop - apart, thin), bar(4, lowerTop, thick)]
