import { ratings } from '~/domain/proposal/words-of-the-trade'
import { ratingWords } from '~/domain/proposal/words'
import { fieldId, type FieldText } from './field'
import { Choices } from './options'

/** Three equal choices in frames. Preselected only with what this person chose before and posted. */
export function RatingField({ value, ...text }: FieldText & { value?: string | undefined }) {
  const id = text.id ?? fieldId(text.name)
  return (
    <Choices {...text} className="rate">
      <div className="rate-o">
        {ratings.map((rating, index) => (
          <label key={rating}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={text.name}
              value={rating}
              defaultChecked={rating === value}
              required={text.required}
            />
            <span>{ratingWords[rating]}</span>
          </label>
        ))}
      </div>
    </Choices>
  )
}
