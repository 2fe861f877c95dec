/** What our Python has of PyTorch and NumPy. It is asked itself, while the site is built. */
import { recordCell } from "#course/record-cell.ts";

/** A module or a class, with those of its public names that are here, and how many the original has. */
export interface NamesThere {
  place: string;
  names: string[];
  originally: number;
}

const question = `
import os, numpy, torch
from _public_names import names_in

def there(place):
    found = {"Tensor": torch.Tensor, "ndarray": numpy.ndarray, "torch": torch, "numpy": numpy}.get(place.split(".")[0])
    for name in place.split(".")[1:]:
        found = getattr(found, name)
    return found

for file in os.listdir("/lib/_names"):
    place = file[: -len(".txt")]
    known = sorted(names_in(place))
    print(place, len(known), *[name for name in known if hasattr(there(place), name)])
`;

/** The modules and classes whose names PyTorch 1.13 and NumPy 1.24 make public, in no order. Throws if the question can't be run. */
export async function namesInPython(): Promise<NamesThere[]> {
  const { stdout, error } = await recordCell({ language: "python", code: question });
  if (error) throw new Error(`Python can't say which names it has: ${error.message}`);
  return stdout
    .trim()
    .split("\n")
    .map((line) => {
      const [place, originally, ...names] = line.split(" ");
      return { place: place!, names, originally: Number(originally) };
    });
}
