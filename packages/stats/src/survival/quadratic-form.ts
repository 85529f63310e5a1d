/**
 * vector' × matrix⁻¹ × vector, by the Cholesky factors of a covariance matrix. O(size³).
 * @returns `null` when the matrix is singular
 */
export function quadraticForm(vector: readonly number[], matrix: readonly (readonly number[])[]): number | null {
  const factor = vector.map(() => vector.map(() => 0));
  const solved: number[] = [];
  for (const [i, row] of factor.entries()) {
    for (let j = 0; j <= i; j++) {
      const other = factor[j] ?? [];
      let rest = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k++) rest -= (row[k] ?? 0) * (other[k] ?? 0);
      const diagonal = matrix[i]?.[i] ?? 0;
      // What is left of a dependent row is a rounding error of what it was.
      if (i === j && !(rest > diagonal * 1e-12)) return null;
      row[j] = i === j ? Math.sqrt(rest) : rest / (other[j] ?? 1);
    }
    const explained = solved.reduce((sum, value, k) => sum + (row[k] ?? 0) * value, 0);
    solved.push(((vector[i] ?? 0) - explained) / (row[i] ?? 1));
  }
  return solved.reduce((sum, value) => sum + value * value, 0);
}
