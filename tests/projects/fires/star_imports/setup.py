from setuptools import find_packages, setup

setup(name="qcloud-ops", version="1.0", packages=find_packages())
