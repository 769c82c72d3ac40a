import assert from 'node:assert/strict';
import { PythonReader } from '../../../server/src/syntax/python/reader';
import { refusedModel } from '../../../server/src/systems/modules/read/refused-models';

const HEAD = `from typing import Annotated, ClassVar, Iterator, Optional, Required
from pydantic import BaseModel, SkipValidation

class Bare:
    pass

class Asked:
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler): ...

`;

/** The name of the exception that a field of this type ends the class statement with. */
function refusalOf(type: string): string | undefined {
  const text = `${HEAD}class I(BaseModel):\n    x: ${type}\n`;
  return refusedModel(new PythonReader().read(text, 'literals'), 'm.py')?.exception;
}

describe('a model that pydantic refuses', () => {
  it('has a type without a schema, as deep as pydantic looks', () => {
    for (const type of [
      'range',
      'list[bytearray]',
      'int | range',
      'Optional[Bare]',
      'Iterator[int]',
      'dict[str, tuple[Bare, ...]]',
    ])
      assert.equal(refusalOf(type), 'PydanticSchemaGenerationError', type);
  });

  it('has no such type where others make the schema, or none is made', () => {
    for (const type of [
      'Asked',
      'type[range]',
      'SkipValidation[range]',
      'ClassVar[range]',
      'Annotated[range, SkipValidation]',
    ])
      assert.equal(refusalOf(type), undefined, type);
  });

  it('says of a field what only a typed dict can say', () => {
    assert.equal(refusalOf('Required[int]'), 'PydanticForbiddenQualifier');
  });

  it('is a RootModel with a second field, or a configuration of others', () => {
    const refused = (body: string): string | undefined =>
      refusedModel(
        new PythonReader().read(`from pydantic import RootModel\nclass R(RootModel[int]):\n    ${body}\n`, 'literals'),
        'm.py',
      )?.exception;
    assert.equal(refused('x: int'), 'NameError');
    assert.equal(refused('model_config = {"extra": "forbid"}'), 'PydanticUserError');
    assert.equal(refused('root: int = 3'), undefined);
  });
});
