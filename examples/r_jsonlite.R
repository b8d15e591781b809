# Germany's largest partners in papers, and an indicator of all countries.
# Needs jsonlite: Rscript r_jsonlite.R https://SITE/

library(jsonlite)

arguments <- commandArgs(trailingOnly = TRUE)
site <- if (length(arguments)) arguments[1] else "https://SITE/"
api <- paste0(site, "api/v1/")

# One country: partners, totals, indicators, each a data frame.
germany <- fromJSON(paste0(api, "countries/DEU.json"))
papers <- match("papers", germany$partners$layer)
print(germany$partners$strongest[[papers]])

# One indicator of all countries. Only an empty cell is missing.
balance <- read.csv(paste0(api, "indicators/balance.csv"), na.strings = "")
students <- subset(balance, layer == "students" & year == 2019)
print(head(students[order(-students$value), c("country_name", "value")], 5))

cat(germany$licence, "\n")
