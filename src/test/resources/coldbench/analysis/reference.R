# Made the values that HolmTest, CompactLettersTest and RReferenceTest hold the tool against:
# R 4.2.2 with boot 1.3-28.1 and multcompView 0.1-8, of Debian 12 (r-base-core, r-cran-boot,
# r-cran-multcompview). Rscript reference.R

p <- c(0.01, 0.0004, 0.03, 0.2, 0.0125, 0.049, 1, 0.0004)
print(p.adjust(p, "holm"), digits = 15)
print(p.adjust(c(0.02, 0.02, 0.9), "holm"), digits = 15)

# Letters of things that differ at random, into letters.csv: how many; which pairs differ, counted
# from 1 in the order 1-2, 1-3, ..., 2-3, ..., or 0 for none; the letters.
library(multcompView)
set.seed(17)
letters.csv <- file("letters.csv", "w")
for (case in 1:100) {
  n <- sample(3:9, 1)
  pairs <- combn(LETTERS[1:n], 2)
  differ <- runif(ncol(pairs)) < runif(1)
  names(differ) <- paste(pairs[1, ], pairs[2, ], sep = "-")
  own <- multcompLetters(differ)$Letters[LETTERS[1:n]]
  cat(n, paste(if (any(differ)) which(differ) else 0, collapse = " "), paste(own, collapse = " "), sep = ";", file = letters.csv)
  cat("\n", file = letters.csv)
}
close(letters.csv)

# BCa intervals, with tails moved outwards for few samples (Hesterberg 2015).
library(boot)
level <- function(n) 1 - 2 * pnorm(-sqrt(n / (n - 1)) * qt(0.975, n - 1))
bca <- function(drawn, n) print(exp(boot.ci(drawn, conf = level(n), type = "bca")$bca[4:5]), digits = 10)
of.mean <- function(x) {
  set.seed(1)
  bca(boot(x, function(d, i) mean(d[i]), R = 200000), length(x))
}
of.mean(log(c(26.1, 24.9, 27.3, 31.8, 25.2, 26.6, 22.7, 28.0, 25.5, 29.4)))
of.mean(log(c(1.0, 1.1, 0.9, 1.05, 0.95, 1.02, 0.98, 1.01, 3.9, 1.2, 0.97, 1.03, 1.6, 0.99, 1.04)))
before <- log(c(1.22, 1.31, 1.18, 1.25, 1.40, 1.19, 1.28, 1.21, 1.24, 1.33))
after <- log(c(1.35, 1.42, 1.29, 1.61, 1.38, 1.33, 1.44, 1.36, 1.31, 1.40, 1.37, 1.30))
both <- data.frame(x = c(before, after), run = rep(1:2, c(10, 12)))
set.seed(1)
bca(boot(both, function(d, i) mean(d$x[i][d$run[i] == 2]) - mean(d$x[i][d$run[i] == 1]), R = 50000, strata = both$run), 10)
base <- c(0.342, 0.351, 0.339, 0.366, 0.348, 0.345, 0.402, 0.341, 0.350, 0.344)
other <- c(0.206, 0.207, 0.205, 0.212, 0.206, 0.206, 0.221, 0.205, 0.207, 0.206)
set.seed(1)
bca(boot(cbind(base, other), function(d, i) log(sum(d[i, 2]) / sum(d[i, 1])), R = 200000), 10)

# Student's test at two levels, and two one-sided tests inside a margin of 10 %.
sample <- log(c(1.02, 1.05, 0.99, 1.08, 1.04, 1.01, 1.06, 1.03))
print(t.test(sample)$p.value, digits = 15)
print(t.test(sample, conf.level = 0.95)$conf.int, digits = 15)
print(t.test(sample, conf.level = 0.99)$conf.int, digits = 15)
print(t.test(sample, mu = -log(1.1), alternative = "greater")$p.value, digits = 12)
print(t.test(sample, mu = log(1.1), alternative = "less")$p.value, digits = 12)

# Power, and how many pairs it takes; those are rounded up.
for (c in list(c(log(1.1), 0.25, 55, 0.05), c(log(1.1), 0.25, 10, 0.025), c(0.5, 0.6, 5, 0.05), c(0.02, 0.1, 300, 0.001))) {
  print(power.t.test(n = c[3], delta = c[1], sd = c[2], sig.level = c[4], type = "paired", strict = TRUE)$power, digits = 15)
}
for (c in list(c(log(1.1), 0.25, 0.05), c(log(1.1), 0.25, 0.025), c(log(1.1), 0.25, 0.05 / 3), c(log(1.01), 0.3, 0.05))) {
  print(power.t.test(delta = c[1], sd = c[2], sig.level = c[3], power = 0.8, type = "paired", strict = TRUE)$n, digits = 12)
}

first <- c(3.31, 3.42, 3.28, 3.39, 3.35, 3.30, 3.41, 3.37)
second <- c(3.52, 3.48, 3.61, 3.40, 3.55, 3.58, 3.47, 3.36)
print(wilcox.test(first, second, exact = TRUE)$p.value, digits = 15)
print(kruskal.test(list(c(28.96, 31.2, 27.5, 30.1, 29.9, 45.7), c(33.1, 29.4, 31.2, 35.0, 34.2, 36.9), c(27.9, 28.3, 29.0, 30.6, 27.5, 28.1)))$p.value, digits = 15)
print(kruskal.test(list(c(1, 2, 3, 4, 5), c(1, 2, 3, 4, 6)))$p.value, digits = 15)

# The interval of a run until a precision, where nothing is skewed: two ratios, so 1.25 % a side.
logs <- rep(c(0.1, -0.1), 5)
print(qt(1 - 0.0125, 9) * sd(logs) / sqrt(10), digits = 15)
