# install and package rules
