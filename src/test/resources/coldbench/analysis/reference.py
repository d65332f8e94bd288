"""Made the values that StatisticsReferenceTest holds the tool against.

SciPy 1.17.1, NumPy 2.4.6, Python 3.11: pip install scipy==1.17.1 && python reference.py
"""

import numpy as np
import scipy.stats as st

inits = np.array([28.96, 31.2, 27.5, 30.1, 29.9, 45.7, 28.3, 29.0, 30.6, 27.9, 33.1, 29.4])
print("mean", inits.mean(), "deviation", inits.std(ddof=1), "variation", st.variation(inits, ddof=1))
print("quantiles", [(p, np.quantile(inits, p)) for p in (0.5, 0.9)])
hundred = np.arange(1, 101) ** 1.5
print("quantiles of 100", [(p, np.quantile(hundred, p)) for p in (0.5, 0.9, 0.99)])
q1, q3 = np.quantile(inits, [0.25, 0.75])
print("outliers", inits[(inits < q1 - 1.5 * (q3 - q1)) | (inits > q3 + 1.5 * (q3 - q1))])


def bca(samples, statistic):
    n = min(len(each) for each in samples)
    # Tails moved outwards for few samples (Hesterberg 2015).
    tail = st.norm.cdf(-np.sqrt(n / (n - 1)) * st.t.ppf(0.975, n - 1))
    result = st.bootstrap(
        samples,
        statistic,
        method="BCa",
        confidence_level=1 - 2 * tail,
        n_resamples=1_000_000,
        batch=100_000,
        rng=np.random.default_rng(1),
    )
    return np.exp(result.confidence_interval)


ratios = np.log([26.1, 24.9, 27.3, 31.8, 25.2, 26.6, 22.7, 28.0, 25.5, 29.4])
print("pairs", np.exp(ratios.mean()), bca((ratios,), np.mean))
skewed = np.log([1.0, 1.1, 0.9, 1.05, 0.95, 1.02, 0.98, 1.01, 3.9, 1.2, 0.97, 1.03, 1.6, 0.99, 1.04])
print("skewed pairs", np.exp(skewed.mean()), bca((skewed,), np.mean))
before = np.log([1.22, 1.31, 1.18, 1.25, 1.40, 1.19, 1.28, 1.21, 1.24, 1.33])
after = np.log([1.35, 1.42, 1.29, 1.61, 1.38, 1.33, 1.44, 1.36, 1.31, 1.40, 1.37, 1.30])
print(
    "groups",
    np.exp(after.mean() - before.mean()),
    bca((after, before), lambda a, b, axis: a.mean(axis=axis) - b.mean(axis=axis)),
)
first = [3.31, 3.42, 3.28, 3.39, 3.35, 3.30, 3.41, 3.37]
second = [3.52, 3.48, 3.61, 3.40, 3.55, 3.58, 3.47, 3.36]
print("drift", st.mannwhitneyu(first, second, method="exact").pvalue, np.median(second) / np.median(first))
equal = np.log([1.02, 0.97, 1.05, 1.01, 0.96, 1.04, 1.00, 1.03, 0.99, 1.02])
power = st.norm.ppf(0.975) + st.norm.ppf(0.8)
print("needed", (power * equal.std(ddof=1) / equal.mean()) ** 2)


base = np.array([0.342, 0.351, 0.339, 0.366, 0.348, 0.345, 0.402, 0.341, 0.350, 0.344])
other = np.array([0.206, 0.207, 0.205, 0.212, 0.206, 0.206, 0.221, 0.205, 0.207, 0.206])
outer = st.norm.cdf(-np.sqrt(10 / 9) * st.t.ppf(0.975, 9))
sums = st.bootstrap(
    (base, other),
    lambda x, y, axis: np.log(y.sum(axis=axis) / x.sum(axis=axis)),
    method="BCa",
    paired=True,
    vectorized=True,
    confidence_level=1 - 2 * outer,
    n_resamples=1_000_000,
    batch=100_000,
    rng=np.random.default_rng(1),
)
print("sums", other.sum() / base.sum(), np.exp(sums.confidence_interval))
# A t-test's own interval, taken to another level, and its p value: what Student stretches.
sample = np.log([1.02, 1.05, 0.99, 1.08, 1.04, 1.01, 1.06, 1.03])
test = st.ttest_1samp(sample, 0)
print("t-test", sample.mean(), test.pvalue, test.confidence_interval(0.95), test.confidence_interval(0.99))
# Two one-sided tests of a ratio inside 1/1.1 to 1.1, and the interval that decides alike.
margin = np.log(1.1)
above = st.ttest_1samp(sample, -margin, alternative="greater").pvalue
below = st.ttest_1samp(sample, margin, alternative="less").pvalue
print("tost", max(above, below), np.exp(test.confidence_interval(0.95)))


def coverage(draw, mean, n, runs=2000, resamples=4000):
    """How often the interval holds the true mean: plain, and with its tails moved outwards."""
    rng = np.random.default_rng(5)
    hits = np.zeros(2)
    outer = st.norm.cdf(-np.sqrt(n / (n - 1)) * st.t.ppf(0.975, n - 1))
    for _ in range(runs):
        x = draw(rng, n)
        m = x.mean()
        means = x[rng.integers(0, n, (resamples, n))].mean(axis=1)
        bias = st.norm.ppf((np.sum(means < m) + 0.5 * np.sum(means == m)) / resamples)
        a = ((x - m) ** 3).sum() / (6 * ((x - m) ** 2).sum() ** 1.5)
        for i, tail in enumerate((0.025, outer)):
            z = bias + st.norm.ppf([tail, 1 - tail])
            low, high = np.quantile(means, st.norm.cdf(bias + z / (1 - a * z)))
            hits[i] += low <= mean <= high
    return hits / runs


for n in (5, 10, 20, 50):
    print("coverage", n, "normal", coverage(lambda r, k: r.normal(0, 1, k), 0, n))
    print("coverage", n, "skewed", coverage(lambda r, k: r.lognormal(0, 0.7, k), np.exp(0.245), n))
    print("coverage", n, "heavy", coverage(lambda r, k: r.standard_t(3, k), 0, n))


def power(effect, deviation, pairs, level):
    t = st.t.ppf(1 - level / 2, pairs - 1)
    nc = effect / deviation * np.sqrt(pairs)
    return st.nct.sf(t, pairs - 1, nc) + st.nct.cdf(-t, pairs - 1, nc)


for case in [(np.log(1.1), 0.25, 55, 0.05), (np.log(1.1), 0.25, 10, 0.025), (0.5, 0.6, 5, 0.05), (0.02, 0.1, 300, 0.001)]:
    print("power", case, power(*case))
for effect, deviation, level in [(np.log(1.1), 0.25, 0.05), (np.log(1.1), 0.25, 0.025), (np.log(1.1), 0.25, 0.05 / 3), (np.log(2), 0.25, 0.05), (np.log(1.01), 0.3, 0.05)]:
    print("pairs", effect, deviation, level, next(n for n in range(5, 100_000) if power(effect, deviation, n, level) >= 0.8))


print("lanes", st.kruskal([28.96, 31.2, 27.5, 30.1, 29.9, 45.7], [33.1, 29.4, 31.2, 35.0, 34.2, 36.9], [27.9, 28.3, 29.0, 30.6, 27.5, 28.1]))
print("lanes", st.kruskal([1, 2, 3, 4, 5], [1, 2, 3, 4, 6]))
