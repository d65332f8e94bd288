# Made the values that HolmTest holds the tool against: R 4.2.2, base. Rscript reference.R

p <- c(0.01, 0.0004, 0.03, 0.2, 0.0125, 0.049, 1, 0.0004)
print(p.adjust(p, "holm"), digits = 15)
print(p.adjust(c(0.02, 0.02, 0.9), "holm"), digits = 15)
